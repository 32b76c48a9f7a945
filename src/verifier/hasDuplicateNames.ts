// Strings, with the colon that makes one a name, and the braces between them: in valid JSON nothing else matters.
const TOKENS = /"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}]/g;

/** Whether an object within a valid JSON text has a name twice. Parsers take one of the two, and not all the same one. */
export function hasDuplicateNames(json: string): boolean {
  const objects: Set<unknown>[] = [];
  for (const [token] of json.matchAll(TOKENS)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (token.endsWith(':')) {
      // Escapes make other texts of the same name.
      const name: unknown = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1));
      const names = objects.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
  }
  return false;
}
