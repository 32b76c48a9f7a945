import { type ComponentProps, type ComponentType, type ReactNode, useEffect, useState } from 'react';
import type { SupportButtons } from '../renewal/SupportButtons.js';

type Buttons = ComponentType<ComponentProps<typeof SupportButtons>>;

/** Support details and calendar, which nobody needs with the first paint: they are loaded after it. */
export function PanelFooter(props: ComponentProps<typeof SupportButtons>): ReactNode {
  const [loaded, setLoaded] = useState<{ readonly Buttons: Buttons } | null>(null);
  useEffect(() => {
    let left = false;
    import('../renewal/SupportButtons.js').then(
      ({ SupportButtons: Buttons }) => {
        if (!left) setLoaded({ Buttons });
      },
      // Without them the panel still tells everything.
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, []);
  return loaded && <loaded.Buttons {...props} />;
}
