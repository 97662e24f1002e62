/** The mark of the demo portal: a shield of three stages. */
export function Shield() {
  return (
    <svg width="28" height="32" viewBox="0 0 28 32" aria-hidden>
      <path
        d="M14 1 2 5.5V15c0 7.5 5 13 12 16 7-3 12-8.5 12-16V5.5z"
        fill="#36baa2"
      />
      <path
        d="M8 11.5h12M8 16h12M10.5 20.5h7"
        stroke="#ffffff"
        strokeWidth="2.5"
        strokeLinecap="round"
      />
    </svg>
  );
}
