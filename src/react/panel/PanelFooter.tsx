import { type ComponentProps, type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { SupportButtons } from '../renewal/SupportButtons.js';

type Buttons = ComponentType<ComponentProps<typeof SupportButtons>>;

/** Loads the buttons for support details and calendar after the first paint, which does not need them. */
export function PanelFooter(props: ComponentProps<typeof SupportButtons>): ReactNode {
  const [loaded, setLoaded] = useState<{ readonly Buttons: Buttons } | null>(null);
  useEffect(() => {
    let isUnmounted = false;
    import('../renewal/SupportButtons.js').then(
      ({ SupportButtons: Buttons }) => {
        if (!isUnmounted) setLoaded({ Buttons });
      },
      // The rest of the panel works without the buttons.
      () => undefined,
    );
    return () => {
      isUnmounted = true;
    };
  }, []);
  return loaded && <loaded.Buttons {...props} />;
}
