// The package carries no types; its components take an element and start by being made.
declare module 'govuk-frontend/dist/govuk/components/*' {
  type Component = { readonly moduleName: string; new (root: Element): object }
  export const Button: Component
  export const CharacterCount: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const NotificationBanner: Component
  export const PasswordInput: Component
  export const Radios: Component
  export const ServiceNavigation: Component
  export const SkipLink: Component
}
