import { type Patch, shared } from '#domain/film/changes';
import { DEFINITIONS, type Standing } from './leaves.ts';

let pieces = 0;

/**
 * A copy of the part of a stage that a patch shows, cut to its box and placed on the sheet. What cannot be seen in the box is left out, unless
 * the place of something else depends on it.
 */
export function pieceOf(stage: Element, standing: Standing, patch: Patch): HTMLElement {
  const { box, at } = patch;
  const window = document.createElement('div');
  window.style.cssText = `position:absolute;overflow:hidden;left:${at.x}px;top:${at.y}px;width:${box.width}px;height:${box.height}px;contain:strict;background:white`;
  const room = document.createElement('div');
  const { clientWidth, clientHeight } = document.documentElement;
  room.style.cssText = `position:absolute;left:${-box.x}px;top:${-box.y}px;width:${clientWidth}px;height:${clientHeight}px`;
  const keeps = (element: Element): boolean => {
    const reach = standing.reach.get(element);
    return (reach !== undefined && shared(reach, box) !== null) || !leavesNoGap(element);
  };
  const copied = copy(stage, keeps);
  ownIds(copied, `-${pieces++}`);
  room.append(copied);
  window.append(room);
  return window;
}

function copy(element: Element, keeps: (element: Element) => boolean): Element {
  if (element.tagName === 'text' || element.matches(DEFINITIONS)) return element.cloneNode(true) as Element;
  const made = element.cloneNode(false) as Element;
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) made.append(child.cloneNode());
    else if (child instanceof Element && (child.matches(DEFINITIONS) || keeps(child))) made.append(copy(child, keeps));
  }
  return made;
}

/** True when nothing else moves if the element is not there. */
function leavesNoGap(element: Element): boolean {
  if (element instanceof SVGElement && element.tagName !== 'svg') return true;
  const { position } = getComputedStyle(element);
  return position === 'absolute' || position === 'fixed';
}

/** Definitions are found by name in the whole document: a copy refers to its own. */
function ownIds(root: Element, suffix: string): void {
  const named = root.querySelectorAll(
    DEFINITIONS.split(',')
      .map((tag) => `${tag}[id], ${tag} [id]`)
      .join(','),
  );
  if (named.length === 0) return;
  for (const element of named) element.id += suffix;
  for (const element of root.querySelectorAll('*'))
    for (const { name, value } of [...element.attributes])
      if (value.includes('url('))
        element.setAttribute(name, value.replace(/url\((["']?)#([^)"']+)\1\)/g, `url(#$2${suffix})`));
      else if (/^(xlink:)?href$/.test(name) && value.startsWith('#')) element.setAttribute(name, value + suffix);
}
