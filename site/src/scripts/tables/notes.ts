import { press, words } from '../page.ts';

/** On a phone notes are folded after two lines; a note that has more gets a button that unfolds it. */
export function foldNotes(table: HTMLTableElement): void {
  const notes = [...table.querySelectorAll<HTMLElement>('td.notes')];
  for (const note of notes.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 2)) {
    if (note.querySelector('.fold') !== null) continue;
    const onClick = () => {
      const open = note.classList.toggle('open');
      button.ariaExpanded = `${open}`;
      button.textContent = open ? words.fold : words.unfold;
    };
    const button = press(words.unfold, onClick, { className: 'fold', ariaExpanded: 'false' });
    note.append(button);
  }
}
