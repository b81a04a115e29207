/** The product's mark: two equal arcs that hold one dot between them. Beside it the name always stands as words. */
export const Mark = () => (
  <svg class="ev-mark" viewBox="0 0 32 32" aria-hidden="true">
    <path
      d="M12.2 4.6a12 12 0 0 0 0 22.8M19.8 4.6a12 12 0 0 1 0 22.8"
      fill="none"
      stroke="currentColor"
      stroke-width="4.5"
      stroke-linecap="round"
    />
    <circle cx="16" cy="16" r="4" fill="currentColor" />
  </svg>
)
