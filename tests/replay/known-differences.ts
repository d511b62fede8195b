/** Where a folded page is on purpose not what rrweb's replay shows, each as the shortest change of a
 * page (body 5, a text 6 and a box 7 in it) that brings it about. No recorder tells such things of a
 * page that it followed well. */
const nothing = { source: 0, adds: [], removes: [], texts: [], attributes: [] };
const box = (id: number, attributes = {}) => ({
  id,
  type: 2,
  tagName: 'div',
  attributes,
  childNodes: [],
});

export const knownDifferences: Readonly<Record<string, readonly object[]>> = {
  // rrweb looks for half a second, then loses the node; here it stands last under its parent.
  'a node whose next sibling never comes': [
    { ...nothing, adds: [{ parentId: 5, nextId: 99, node: box(20) }] },
  ],
  // rrweb forgets the number but leaves the node, which nothing can reach any more; here it goes.
  'a removal that names the wrong parent': [{ ...nothing, removes: [{ parentId: 7, id: 6 }] }],
  // rrweb builds a second one and leaves the first, which nothing can reach any more; here one stays.
  'a number given to another node': [
    { ...nothing, adds: [{ parentId: 5, nextId: null, node: box(7, { title: 'new' }) }] },
  ],
  // rrweb gives up the rest of the event; here the rest is done.
  'a node where a browser takes none': [
    {
      ...nothing,
      adds: [{ parentId: 6, nextId: null, node: box(20) }],
      attributes: [{ id: 7, attributes: { title: 'told with it' } }],
    },
  ],
};
