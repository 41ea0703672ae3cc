// Figures of pictures (`svg[data-p]`, each point `[x, y, value, words]`), told where one points or walks with the arrow
// keys. Two pages have such pictures; `words.chart` and `words.hint` are in their language.
'use strict';

const tellPoints = (words) => {
  const element = (tag, properties) => document.body.appendChild(Object.assign(document.createElement(tag), properties));
  const tip = element('div', { className: 'tip', hidden: true });
  const spoken = element('div', { className: 'hidden' });
  spoken.setAttribute('role', 'status');
  spoken.setAttribute('aria-live', 'polite');
  element('p', { className: 'hidden', id: 'hint', textContent: words.hint });
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

  const picturesOf = (root) => [...root.querySelectorAll('svg[data-p]:not([data-p="[]"])')];

  function prepare(root) {
    for (const picture of picturesOf(root)) {
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
      // Who comes by the keys sees that there is something to walk along.
      picture.addEventListener('focus', () => {
        if (at.picture !== picture && picture.matches(':focus-visible')) tell(picture, 0, true);
      });
      picture.addEventListener('blur', hide);
    }
  }

  // Draws the pictures of an element anew: what is told, and what has the focus, stays where it was.
  function renew(root, draw) {
    const before = picturesOf(root);
    const [told, focused] = [before.indexOf(at.picture), before.indexOf(document.activeElement)];
    const { index } = at;
    draw();
    prepare(root);
    const now = picturesOf(root);
    if (told >= 0) hide();
    if (now[told]) tell(now[told], Math.min(index, pointsOf(now[told]).length - 1), false);
    now[focused]?.focus({ preventScroll: true });
  }

  document.addEventListener('pointerdown', (event) => { if (!event.target.closest('svg[data-p]')) hide(); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
  prepare(document);
  return { hide, pointsOf, renew };
};
