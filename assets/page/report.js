// What scripts add: charts of one scenario at a time, figures told where one points or walks, figures as tables.
// Without them everything stands on the page as it is.
document.documentElement.classList.add('js');

document.addEventListener('DOMContentLoaded', () => {
  const words = document.body.dataset;
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  // One scenario at a time; the choice holds for all charts and is kept for as long as the window is open.
  const chooser = document.getElementById('scenario');
  const groups = [...document.querySelectorAll('.group')];
  const show = (index) => {
    for (const group of groups) group.classList.toggle('on', group.dataset.of.split(',').includes(index));
  };
  const remembered = (index) => {
    // A page from a file may have no storage.
    try {
      if (index !== undefined) sessionStorage.setItem('scenario ' + document.title, index);
      return sessionStorage.getItem('scenario ' + document.title);
    } catch { return null; }
  };
  if (chooser) {
    const last = remembered();
    if ([...chooser.options].some((option) => option.value === last)) chooser.value = last;
    show(chooser.value);
    chooser.addEventListener('change', () => {
      // The charts that one looks at stay where they are while others take the place of those above.
      const seen = groups.find((group) => group.getBoundingClientRect().bottom > chooser.getBoundingClientRect().bottom);
      const section = seen && seen.closest('section');
      const before = section && section.getBoundingClientRect().top;
      hide();
      show(remembered(chooser.value) ?? chooser.value);
      if (section) scrollBy({ top: section.getBoundingClientRect().top - before, behavior: 'instant' });
    });
  }

  // Figures where one points.
  const { hide, pointsOf } = tellPoints(words);

  // A figure as a table, made when it is asked for.
  const cell = (tag, text, scope) => element(tag, scope ? { textContent: text, scope } : { textContent: text });
  function table(figure) {
    const head = element('tr', {}, ...[words.panel, words.words, words.value].map((text) => cell('th', text, 'col')));
    const body = element('tbody', {});
    for (const panel of figure.querySelectorAll('.panel')) {
      const picture = panel.querySelector('svg[data-p]');
      const name = panel.querySelector('.head b')?.textContent ?? '';
      for (const [, , value, text] of pointsOf(picture)) {
        body.append(element('tr', {}, cell('th', name, 'row'), cell('td', text), cell('td', String(value))));
      }
    }
    const caption = cell('caption', figure.querySelector('h3').textContent);
    const wrapper = element('div', { className: 'values', id: figure.querySelector('h3').id + '-values' });
    wrapper.append(element('table', {}, caption, element('thead', {}, head), body));
    return wrapper;
  }
  for (const figure of document.querySelectorAll('figure')) {
    if (!figure.querySelector('svg[data-p]:not([data-p="[]"])')) continue;
    const button = element('button', { type: 'button', textContent: words.table });
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => {
      const open = figure.querySelector('.values');
      if (open) open.remove(); else button.after(table(figure));
      button.setAttribute('aria-expanded', String(!open));
      button.textContent = open ? words.table : words.hide;
    });
    figure.append(button);
  }
});
