import type { CDPSession, Page } from 'playwright';

/** The part of V8's heap snapshot that is read here. Nodes and edges are rows of numbers in one list. */
type Snapshot = {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
};

// A collection may free objects that only the next one can reach: finalizers and weak references need several.
const COLLECTIONS = 3;
const MAX_PATH = 40;

/**
 * Collects the garbage of a page in Chromium, then searches all strings in its JavaScript memory for these texts. Returns a line for each string that
 * contains one: the name of the text, and the shortest path of references that keeps the string.
 *
 * V8 stores only the first 1,024 letters of a string in a snapshot. Bytes of typed arrays and the undo history of a field are not in it.
 */
export async function heapHolds(page: Page, texts: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const snapshot = await takeSnapshot(session);
    const found = snapshot.strings.flatMap((string, at) =>
      Object.entries(texts)
        .filter(([, text]) => string.includes(text))
        .map(([name]) => ({ name, at })),
    );
    if (found.length === 0) return [];
    const paths = pathsTo(snapshot, new Set(found.map(({ at }) => at)));
    return found.flatMap(({ name, at }) => (paths.get(at) ?? ['no path']).map((path) => `${name}: ${path}`));
  } finally {
    await session.detach();
  }
}

async function takeSnapshot(session: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  for (let left = COLLECTIONS; left > 0; left -= 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.send('HeapProfiler.disable');
  return JSON.parse(chunks.join(''));
}

// Walks from the root along all references that are not weak. Returns the paths to the nodes with these names.
function pathsTo(
  { snapshot: { meta }, nodes, edges, strings }: Snapshot,
  names: ReadonlySet<number>,
): ReadonlyMap<number, readonly string[]> {
  const [nodeSize, edgeSize] = [meta.node_fields.length, meta.edge_fields.length];
  const [nameAt, countAt] = [meta.node_fields.indexOf('name'), meta.node_fields.indexOf('edge_count')];
  const [edgeTypes] = meta.edge_types;
  const count = nodes.length / nodeSize;
  const nameOf = (node: number) => nodes[node * nodeSize + nameAt] ?? 0;
  const edgesFrom = new Uint32Array(count + 1);
  for (let node = 0; node < count; node += 1) edgesFrom[node + 1] = (edgesFrom[node] ?? 0) + (nodes[node * nodeSize + countAt] ?? 0);
  // The edge that leads to a node, and the node that it comes from. The root is its own parent.
  const [by, parents] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)];
  parents[0] = 0;
  const queue = [0];
  for (let at = 0; at < queue.length; at += 1) {
    const node = queue[at] ?? 0;
    for (let edge = edgesFrom[node] ?? 0; edge < (edgesFrom[node + 1] ?? 0); edge += 1) {
      const to = (edges[edge * edgeSize + 2] ?? 0) / nodeSize;
      if (edgeTypes[edges[edge * edgeSize] ?? 0] === 'weak' || parents[to] !== -1) continue;
      [by[to], parents[to]] = [edge, node];
      queue.push(to);
    }
  }
  const stepTo = (node: number) => {
    const edge = (by[node] ?? 0) * edgeSize;
    const [type, label] = [edgeTypes[edges[edge] ?? 0], edges[edge + 1] ?? 0];
    const isNumbered = type === 'element' || type === 'hidden';
    return `.${isNumbered ? label : strings[label]} (${strings[nameOf(node)]?.slice(0, 60)})`;
  };
  const paths = new Map<number, string[]>();
  for (let node = 0; node < count; node += 1) {
    const name = nameOf(node);
    if (!names.has(name)) continue;
    const steps: string[] = [];
    for (let each = node; each !== 0 && steps.length < MAX_PATH; each = parents[each] ?? 0) {
      if (parents[each] === -1) steps.push('(only weak references)');
      if (parents[each] === -1) break;
      steps.push(stepTo(each));
    }
    paths.set(name, [...(paths.get(name) ?? []), steps.reverse().join(' ')]);
  }
  return paths;
}
