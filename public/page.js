// The theme switch, and the reader's place kept by the language switch.
const root = document.documentElement;

const remember = (theme) => {
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage may be switched off: the choice holds for this page.
  }
};

const show = (theme) => {
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  const choice = document.querySelector(`input[name="theme"][value="${theme}"]`);
  if (choice) choice.checked = true;
};

for (const choice of document.querySelectorAll('input[name="theme"]')) {
  choice.addEventListener('change', () => {
    remember(choice.value);
    show(choice.value);
  });
}
show(root.dataset.theme ?? 'auto');

// Another tab of the notebook changed the theme.
addEventListener('storage', ({ key, newValue }) => {
  if (key === 'theme') show(newValue ?? 'auto');
});

// The other language's page has the same ids: go to the heading that is being read, with the same query.
for (const link of document.querySelectorAll('a.language-switch')) {
  const { pathname } = new URL(link.href);
  const aim = () => {
    const headings = [...document.querySelectorAll('main :is(h2, h3)[id]')];
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3);
    link.href = `${pathname}${location.search}${location.hash && !current ? location.hash : current ? `#${current.id}` : ''}`;
  };
  for (const event of ['pointerenter', 'focus', 'click']) link.addEventListener(event, aim);
}

// Lists to look things up in: what does not hold the typed text is hidden, with groups that have nothing left.
for (const field of document.querySelectorAll('input[data-filters]')) {
  const list = document.getElementById(field.dataset.filters);
  const status = field.closest('.needs-script').querySelector('[data-none]');
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    const items = [...list.querySelectorAll('[data-filtered]')];
    for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
    for (const group of list.querySelectorAll('[data-group]'))
      group.hidden = !group.querySelector('[data-filtered]:not([hidden])');
    status.textContent = items.every((item) => item.hidden) ? status.dataset.none : '';
  });
}
