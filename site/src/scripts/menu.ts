/** While a phone's menu is open, the page beneath cannot be reached: the keyboard stays with what is seen. */
export function startMenu(): void {
  const page = document.querySelector('.main-frame');
  document.getElementById('starlight__sidebar')?.addEventListener('toggle', ({ newState }) => {
    page?.toggleAttribute('inert', newState === 'open');
  });
}
