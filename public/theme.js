// Runs before the first paint, so that a chosen theme does not flash. Everything else is in page.js.
(() => {
  const root = document.documentElement;
  root.classList.add('with-script');
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark' || theme === 'projector') root.dataset.theme = theme;
  } catch {
    // Storage may be switched off: the system's theme stays.
  }
})();
