import '@alexandria-ee/license-ui/styles.css';
import { createGateway } from './createGateway.js';
import { GatewaySection } from './GatewaySection.js';

const gateways = [createGateway('Europe', '/europe'), createGateway('America', '/america')];

export function Dashboard() {
  return (
    <main>
      {gateways.map((gateway) => (
        <GatewaySection key={gateway.name} {...gateway} />
      ))}
    </main>
  );
}
