// Shows what Tab did not lead to, once the page has come to rest that Tab has moved: a picture is taken of it.
async (element) => {
  const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (let before = NaN, left = 30; left && before !== scrollY; left -= 1) {
    before = scrollY;
    await frames();
  }
  element.scrollIntoView({ block: "center", behavior: "instant" });
  await frames();
}
