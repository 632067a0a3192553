export function rows(): [code: string, name: string][]
export function tree(): unknown[]
export function latinNames(): Record<string, string>
