import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/**
 * Merges pieces of one object's YAML into one piece: mappings key by key, lists
 * to the items of both, those with the same name as one. Where two pieces disagree on a value, the first wins.
 * Whole objects, with a kind of their own, and what is no mapping follow as
 * documents of their own.
 */
export function mergeYaml(pieces: readonly string[]): string {
  let merged: Document | undefined;
  const others: string[] = [];
  for (const piece of new Set(pieces)) {
    const document = parseDocument(piece);
    const { contents } = document;
    if (
      document.errors.length > 0 ||
      !isMap(contents) ||
      contents.has('kind')
    ) {
      others.push(piece.trim());
    } else if (merged && isMap(merged.contents)) {
      mergeMaps(merged.contents, contents);
    } else {
      merged = document;
    }
  }
  return [...(merged ? [merged.toString().trim()] : []), ...others].join(
    '\n---\n',
  );
}

function mergeMaps(into: YAMLMap, from: YAMLMap): void {
  for (const pair of from.items) {
    const known = into.items.find(({ key }) => isSame(key, pair.key));
    if (!known) into.items.push(pair);
    else if (isMap(known.value) && isMap(pair.value)) {
      mergeMaps(known.value, pair.value);
    } else if (isSeq(known.value) && isSeq(pair.value)) {
      mergeLists(known.value, pair.value);
    }
  }
}

/** Items with the same name are the same, as containers and volumes are. */
function mergeLists(into: YAMLSeq, from: YAMLSeq): void {
  for (const item of from.items) {
    const known = into.items.find(other => isSame(other, item));
    if (known !== undefined) continue;
    const namesake = into.items.find(
      other =>
        isMap(other) &&
        isMap(item) &&
        item.has('name') &&
        other.get('name') === item.get('name'),
    );
    if (isMap(namesake) && isMap(item)) mergeMaps(namesake, item);
    else into.items.push(item);
  }
}

function isSame<T>(a: T, b: T): boolean {
  return isScalar(a) && isScalar(b)
    ? a.value === b.value
    : JSON.stringify(a) === JSON.stringify(b);
}
