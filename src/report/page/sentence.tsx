/** A sentence in which code stands between backticks. */
export const Sentence = ({ text }: { readonly text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
);

/** A path that may break behind its slashes. */
export const BreakablePath = ({ text }: { readonly text: string }) => (
  <>
    {text.split('/').map((part, index) => (
      <>
        {index > 0 ? (
          <>
            /<wbr />
          </>
        ) : null}
        {part}
      </>
    ))}
  </>
);
