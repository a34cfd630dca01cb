// Keeps the place on the page when the reader changes the language. Everything else works without scripts.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a.cc-language");
  if (link && location.hash && !link.hash) link.hash = location.hash;
});
