const KEY = 'starlight-theme';

/** The choice of theme: light, dark, or what the system says. The head's script sets it before anything is seen. */
export function startTheme(): void {
  const light = matchMedia('(prefers-color-scheme: light)');
  const selects = document.querySelectorAll<HTMLSelectElement>('.theme');
  const show = () => {
    const theme = stored();
    for (const select of selects) select.value = theme;
    document.documentElement.dataset.theme = theme === 'auto' ? (light.matches ? 'light' : 'dark') : theme;
  };
  for (const select of selects) {
    select.addEventListener('change', () => {
      localStorage.setItem(KEY, select.value === 'auto' ? '' : select.value);
      show();
    });
  }
  light.addEventListener('change', show);
  show();
}

function stored(): string {
  const theme = localStorage.getItem(KEY);
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}
