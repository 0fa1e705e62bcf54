// Scrolls on by most of a screen, in whatever a customer in the middle of the screen would scroll.
() => {
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const goesOn = (each) => each.scrollTop + each.clientHeight < each.scrollHeight - 1;
  const scrolls = (each) => /auto|scroll|overlay/.test(getComputedStyle(each).overflowY) && goesOn(each);
  let scrolled = middle;
  while (scrolled && !scrolls(scrolled)) scrolled = scrolled.parentElement;
  (scrolled || document.scrollingElement || document.documentElement).scrollBy({
    top: innerHeight * 0.8,
    behavior: "instant",
  });
}
