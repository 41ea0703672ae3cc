// What scripts add: charts of one scenario at a time, figures told where one points or walks, figures as tables.
// Without them everything stands on the page as it is.
'use strict';
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
  const tip = element('div', { className: 'tip', hidden: true });
  const spoken = element('div', { className: 'hidden' });
  spoken.setAttribute('role', 'status');
  spoken.setAttribute('aria-live', 'polite');
  const hint = element('p', { className: 'hidden', id: 'hint', textContent: words.hint });
  document.body.append(tip, spoken, hint);
  const ring = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
  ring.setAttribute('class', 'here');
  ring.setAttribute('r', 7);

  const known = new WeakMap();
  const pointsOf = (picture) => {
    if (!known.has(picture)) known.set(picture, JSON.parse(picture.dataset.p));
    return known.get(picture);
  };
  let at = { picture: null, index: -1 };

  function hide() {
    ring.remove();
    tip.hidden = true;
    at = { picture: null, index: -1 };
  }

  function tell(picture, index, aloud) {
    const [x, y, value, text] = pointsOf(picture)[index];
    if (at.picture === picture && at.index === index) return;
    at = { picture, index };
    ring.setAttribute('cx', x);
    ring.setAttribute('cy', y);
    picture.append(ring);
    tip.textContent = text;
    tip.dataset.value = value;
    tip.hidden = false;
    const box = picture.getBoundingClientRect();
    const scale = box.width / picture.viewBox.baseVal.width;
    const left = box.left + x * scale - tip.offsetWidth / 2;
    const above = box.top + y * scale - tip.offsetHeight - 12;
    const most = document.documentElement.clientWidth - tip.offsetWidth - 4;
    tip.style.left = scrollX + Math.max(4, Math.min(left, most)) + 'px';
    tip.style.top = scrollY + (above > 0 ? above : box.top + y * scale + 14) + 'px';
    if (aloud) spoken.textContent = text;
  }

  function nearest(picture, event) {
    const box = picture.getBoundingClientRect();
    const scale = box.width / picture.viewBox.baseVal.width;
    const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    const distances = pointsOf(picture).map((point) => (point[0] - x) ** 2 + (point[1] - y) ** 2);
    return distances.indexOf(Math.min(...distances));
  }

  function walk(picture, event) {
    const last = pointsOf(picture).length - 1;
    const here = at.picture === picture ? at.index : -1;
    const to = {
      ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1, Home: 0, End: last,
    }[event.key];
    if (event.key === 'Escape') hide();
    if (to === undefined) return;
    event.preventDefault();
    tell(picture, Math.max(0, Math.min(last, to)), true);
  }

  for (const picture of document.querySelectorAll('svg[data-p]')) {
    if (picture.dataset.p === '[]') continue;
    picture.setAttribute('tabindex', '0');
    picture.setAttribute('role', 'application');
    picture.setAttribute('aria-roledescription', words.chart);
    picture.setAttribute('aria-describedby', 'hint');
    picture.addEventListener('pointermove', (event) => tell(picture, nearest(picture, event), false));
    picture.addEventListener('pointerdown', (event) => tell(picture, nearest(picture, event), true));
    // What scrolls away under a mouse at rest ends no walk through another picture.
    picture.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse' && at.picture === picture) hide();
    });
    picture.addEventListener('keydown', (event) => walk(picture, event));
    picture.addEventListener('blur', hide);
  }
  document.addEventListener('pointerdown', (event) => { if (!event.target.closest('svg[data-p]')) hide(); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });

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
