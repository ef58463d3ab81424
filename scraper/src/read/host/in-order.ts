/**
 * Works on some items at a time, and yields the results in the order of the items.
 *
 * @param parallel how many at a time
 */
export async function* inOrder<T, R>(
  items: readonly T[],
  parallel: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const running: Promise<R>[] = [];
  for (let next = 0; ; ) {
    for (; running.length < parallel && next < items.length; next += 1) {
      const started = work(items[next] as T);
      // The caller sees a failure when its turn comes. Without this, Node ends the process before that.
      started.catch(() => {});
      running.push(started);
    }
    const first = running.shift();
    if (first === undefined) return;
    yield await first;
  }
}
