/** Written into the page by the gateway, afresh with each answer. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce

/**
 * Gives the nonce to every style element that a script of ours makes. antd passes it to its own; the
 * libraries below it make some without (the scroll lock of a dialog, the width of a scroll bar), and
 * the policy would refuse those.
 */
export function giveNonceToStyles() {
  if (!nonce) {
    return
  }
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) {
      element.nonce = nonce
    }
    return element
  }) as typeof document.createElement
}
