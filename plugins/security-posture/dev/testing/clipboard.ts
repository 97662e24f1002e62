let copied: string[] = [];

/** Takes the place of the browser's clipboard, which a test has not. */
export function watchClipboard() {
  copied = [];
  Reflect.set(document, 'execCommand', () => {
    copied.push(String(document.getSelection()));
    return true;
  });
}

/** What was copied since. */
export function copiedTexts(): string[] {
  return copied;
}

/** A browser that lets nothing be copied; answers the dialog that it shows instead. */
export function refuseClipboard() {
  Reflect.set(document, 'execCommand', () => false);
  const dialog = jest.fn();
  Reflect.set(window, 'prompt', dialog);
  return dialog;
}
