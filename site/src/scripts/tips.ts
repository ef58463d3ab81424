const REST = 120;

/**
 * Explanations open on tap and Enter without any script, see Tip.astro. This opens them for a mouse that rests on the
 * mark, and for the keyboard that comes to it.
 */
export function startTips(): void {
  let timer = 0;
  let shown: HTMLElement | null = null;
  const open = (mark: HTMLButtonElement) => {
    const bubble = mark.popoverTargetElement;
    if (!(bubble instanceof HTMLElement) || bubble.matches(':popover-open')) return;
    shown = bubble;
    bubble.showPopover({ source: mark });
  };
  document.addEventListener('pointerover', ({ pointerType, target }) => {
    if (pointerType !== 'mouse' || !(target instanceof Element)) return;
    clearTimeout(timer);
    const mark = target.closest<HTMLButtonElement>('.tip');
    if (mark !== null) timer = window.setTimeout(() => open(mark), REST);
    // The mouse may go to the explanation itself, to select what it says.
    else if (target.closest('.bubble') === null) timer = window.setTimeout(() => shown?.hidePopover(), REST);
  });
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLButtonElement && target.matches('.tip:focus-visible')) open(target);
    else shown?.hidePopover();
  });
}
