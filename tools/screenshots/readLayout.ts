// Runs in the page.

/** In CSS pixels. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** The layout and colours of our components. They do not depend on how a machine draws letters. */
export type Layout = {
  /**
   * The box of each element in page order, by its kind and text. Boxes are relative to the parent element, so that a shift is
   * reported once.
   */
  readonly boxes: Readonly<Record<string, Box>>;
  /** The same boxes, relative to the page. */
  readonly places: Readonly<Record<string, Box>>;
  /** The distinct styles of each kind of element. */
  readonly paints: Readonly<Record<string, string>>;
};

const OURS = '[data-license-part]';

/** Reads the layout of every visible component of ours. */
export function readLayout(): Layout {
  const elements = [...document.querySelectorAll(`${OURS}, ${OURS} *`)].filter(
    (element) =>
      element.closest('svg')?.isSameNode(element) !== false && element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
  const boxes: Record<string, Box> = {};
  const places: Record<string, Box> = {};
  const paints: Record<string, Set<string>> = {};
  for (const element of elements) {
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const kind = kindOf(element);
    const name = unused(boxes, `${kind}${textOf(element)}`);
    const around = element.matches(OURS) ? { x: -scrollX, y: -scrollY } : (element.parentElement ?? element).getBoundingClientRect();
    boxes[name] = [Math.round(x - around.x), Math.round(y - around.y), Math.round(width), Math.round(height)];
    places[name] = [Math.round(x + scrollX), Math.round(y + scrollY), Math.round(width), Math.round(height)];
    paints[kind] = (paints[kind] ?? new Set()).add(paintOf(element));
  }
  return { boxes, places, paints: Object.fromEntries(Object.entries(paints).map(([kind, ways]) => [kind, [...ways].sort().join(' | ')])) };
}

function unused(boxes: Readonly<Record<string, Box>>, name: string): string {
  let count = 1;
  while (`${name}${count > 1 ? ` ${count}` : ''}` in boxes) count += 1;
  return `${name}${count > 1 ? ` ${count}` : ''}`;
}

function kindOf(element: Element): string {
  if (element.localName === 'svg') return `icon ${shapeOf(element)}`;
  const name = element.getAttribute('data-license-part') ?? element.classList[0]?.replace('alx-', '') ?? element.localName;
  const variant = [...element.classList].slice(1).map((one) => one.replace('alx-', '.'));
  return [name, ...variant].join('');
}

// A short hash of an icon's markup.
function shapeOf({ innerHTML }: Element): string {
  let number = 0;
  for (const character of innerHTML) number = (number * 31 + character.charCodeAt(0)) % 46_656;
  return number.toString(36);
}

// Returns only the element's own text, without that of its children.
function textOf(element: Element): string {
  const text = [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join('');
  const short = text.replace(/\s+/g, ' ').trim();
  return short === '' ? '' : ` “${short.length > 28 ? `${short.slice(0, 27)}…` : short}”`;
}

function paintOf(element: Element): string {
  const style = getComputedStyle(element);
  const before = getComputedStyle(element, '::before');
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    return width === 0 ? '0' : `${width}${hex(style.getPropertyValue(`border-${side}-color`))}`;
  });
  return [
    `${hex(style.color)} ${style.fontSize}/${style.fontWeight}`,
    style.backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : `on ${hex(style.backgroundColor)}`,
    sides.every((side) => side === '0') ? '' : `border ${new Set(sides).size === 1 ? sides[0] : sides.join(' ')}`,
    style.borderTopLeftRadius === '0px' ? '' : `radius ${style.borderTopLeftRadius}`,
    style.boxShadow === 'none' ? '' : 'shadow',
    before.content === 'none' ? '' : `before ${hex(before.color)} ${hex(before.backgroundColor)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function hex(color: string): string {
  const parts = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(color);
  if (parts === null) return color.replaceAll(' ', '_');
  const [red, green, blue] = parts.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0'));
  const alpha =
    parts[4] === undefined
      ? ''
      : Math.round(Number(parts[4]) * 255)
          .toString(16)
          .padStart(2, '0');
  return `#${red}${green}${blue}${alpha}`;
}
