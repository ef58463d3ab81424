/**
 * The diagram and the tables beneath it show each other: a port or an arrow that is pointed at, or has the focus, marks
 * the rows that say it, and a row its ports and arrows. What is pressed stays marked until something else is.
 */
export function startDiagram(): void {
  const parts = [...document.querySelectorAll<HTMLElement | SVGElement>('[data-rows]')];
  if (parts.length === 0) return;
  const rows = [...document.querySelectorAll('tr[data-rule][id]')];
  let pressed: readonly string[] = [];
  let marked = '';

  const mark = (ids: readonly string[]) => {
    // The pointer passes over many things that are about the same rows.
    if (marked === ids.join()) return;
    marked = ids.join();
    for (const row of rows) row.classList.toggle('lit', ids.includes(row.id));
    for (const part of parts)
      part.classList.toggle(
        'lit',
        rowsOf(part).some((id) => ids.includes(id)),
      );
  };
  // Listened to on the whole page: an arrow that listened for the focus itself would be a stop of the keyboard.
  for (const event of ['pointerover', 'focusin'] as const) {
    document.addEventListener(event, ({ target }) => mark(idsAt(target) ?? pressed));
  }
  document.addEventListener('click', ({ target }) => {
    pressed = idsAt(target) ?? [];
    mark(pressed);
  });
}

/** The rows that something is about: a part of the diagram, or a row itself; null where it is neither. */
function idsAt(target: EventTarget | null): string[] | null {
  const part =
    target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-rows], tr[data-rule][id]') : null;
  if (part === null) return null;
  return part.dataset.rows === undefined ? [part.id] : rowsOf(part);
}

function rowsOf({ dataset }: HTMLElement | SVGElement): string[] {
  return dataset.rows?.split(' ') ?? [];
}
