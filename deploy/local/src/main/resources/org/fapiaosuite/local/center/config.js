/** Where gateway and identity provider are: whoever serves this page knows. */
export const config = await (await fetch('config.json')).json()
