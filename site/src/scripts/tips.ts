const REST = 120;

/**
 * Explanations open on tap and Enter without any script, see Tip.astro. This opens them for a mouse that rests on the
 * mark, and for the keyboard that comes to it.
 */
export function startTips(): void {
  let timer = 0;
  let shown: HTMLElement | null = null;
  let at: HTMLButtonElement | null = null;
  const open = (mark: HTMLButtonElement) => {
    const bubble = mark.popoverTargetElement;
    if (!(bubble instanceof HTMLElement) || (at === mark && bubble.matches(':popover-open'))) return;
    leave(mark);
    shown = bubble;
    bubble.showPopover({ source: mark });
  };
  /** Marks that say the same share an explanation, which closes at one before it opens at another. */
  const leave = (mark: HTMLButtonElement) => {
    if (at !== mark && mark.popoverTargetElement instanceof HTMLElement) mark.popoverTargetElement.hidePopover();
    at = mark;
  };
  document.addEventListener('pointerdown', ({ target }) => {
    const mark = target instanceof Element ? target.closest<HTMLButtonElement>('button.tip') : null;
    if (mark !== null) leave(mark);
  });
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
