(() => {
  const root = document.documentElement;
  let theme = null;
  try {
    theme = localStorage.getItem('starlight-theme');
  } catch {}
  theme ||= matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  root.dataset.theme = theme === 'light' ? 'light' : 'dark';
  root.dataset.js = '';
})();
