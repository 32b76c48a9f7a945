const MAX_DEPTH = 10;

/** Returns everything in a value as text: error causes and stacks, headers, entries, nodes, bytes, hidden and inherited properties. */
export function inFull(value: unknown, seen: Set<unknown> = new Set(), depth = MAX_DEPTH): string {
  if (typeof value === 'function') return `${value.name}()`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value) || depth === 0) return '';
  seen.add(value);
  const go = (part: unknown) => inFull(part, seen, depth - 1);
  const parts: string[] = [];
  if (value instanceof Node) return `${value.nodeValue ?? ''} ${value instanceof Element ? value.outerHTML : (value.textContent ?? '')}`;
  if (value instanceof ArrayBuffer) return go(new Uint8Array(value));
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    return `${new TextDecoder().decode(bytes)} ${bytes.join(',')}`;
  }
  if (isEntries(value)) for (const entry of value) parts.push(go(entry));
  for (const key of keysOf(value)) parts.push(`${String(key)}: ${go(read(value, key))}`);
  return parts.join('\n');
}

function isEntries(value: object): value is Iterable<unknown> {
  return [Headers, Map, Set, URLSearchParams, FormData].some((kind) => value instanceof kind);
}

// The browser's own objects define their properties as getters on their prototypes.
function keysOf(value: object): readonly PropertyKey[] {
  const prototype: unknown = Object.getPrototypeOf(value);
  const inherits = [Error, Request, Response, Event, URL].some((kind) => value instanceof kind);
  return [
    ...Reflect.ownKeys(value),
    ...(inherits && typeof prototype === 'object' && prototype !== null ? Reflect.ownKeys(prototype) : []),
  ];
}

function read(value: object, key: PropertyKey): unknown {
  try {
    return Reflect.get(value, key);
  } catch {
    return undefined;
  }
}
