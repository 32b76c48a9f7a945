import { Alert, Button, Card, Descriptions, Flex, Input, Modal, Progress, Table, Tag, Tooltip, Typography } from 'antd';
import { useState } from 'react';
import {
  bannerText,
  entitlementRows,
  format,
  formatDistance,
  progress,
  refusalText,
  type State,
  STATES,
  useLicense,
  useRefused,
  useSnooze,
} from './license.js';

const TYPES = { expiring: 'warning', grace: 'warning', expired: 'error' } as const;
const COLORS: Record<State, string> = {
  active: 'success',
  expiring: 'warning',
  grace: 'warning',
  expired: 'error',
  unlicensed: 'default',
  unknown: 'default',
};

export function LicenseBanner() {
  const { data, state, expires, graceEnds, now, isError } = useLicense();
  const { snoozed, snooze } = useSnooze(`license-banner-${data?.expires_at}`);
  const [open, setOpen] = useState(true);
  const text = bannerText(state, expires, graceEnds, now, data);
  if (!text || (state !== 'expiring' && state !== 'grace' && state !== 'expired') || (state === 'expiring' && snoozed)) return null;
  return (
    <Alert
      banner
      type={TYPES[state]}
      title={text.title}
      description={
        open && (
          <>
            {text.detail} {isError && <em>Last check failed.</em>}
          </>
        )
      }
      action={
        <Flex gap="small">
          <Button size="small" href="/license">
            Renew license
          </Button>
          {state === 'expiring' ? (
            <Button size="small" type="text" onClick={snooze}>
              Remind me tomorrow
            </Button>
          ) : (
            <Button size="small" type="text" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Hide details' : 'Show details'}
            </Button>
          )}
        </Flex>
      }
    />
  );
}

export function LicensePanel() {
  const { data, state, expires, now, error, isFetching, dataUpdatedAt, refetch } = useLicense();
  const [filter, setFilter] = useState('');
  return (
    <Card
      title="License"
      extra={
        <Flex gap="small" align="center">
          <Typography.Text type="secondary">
            {dataUpdatedAt ? `Checked ${formatDistance(dataUpdatedAt, now, { addSuffix: true })}` : 'Not checked yet'}
          </Typography.Text>
          <Button loading={isFetching} onClick={() => void refetch()}>
            Check now
          </Button>
        </Flex>
      }
    >
      {error && <Alert type="warning" title={`The license could not be read: ${error.message}`} />}
      <Descriptions
        items={[
          { key: 'tier', label: 'Tier', children: data?.tier ?? 'No tier' },
          { key: 'state', label: 'State', children: <Tag color={COLORS[state]}>{STATES[state]}</Tag> },
          {
            key: 'expires',
            label: 'Expires',
            children: expires && (
              <time dateTime={expires.toISOString()}>
                {formatDistance(expires, now, { addSuffix: true })}, {format(expires, 'PPpp')}
              </time>
            ),
          },
        ]}
      />
      {expires && <Progress percent={progress(expires, now)} showInfo={false} status={state === 'expired' ? 'exception' : 'normal'} />}
      <Input placeholder="Filter" aria-label="Filter" value={filter} onChange={(event) => setFilter(event.target.value)} />
      <Table
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={entitlementRows(data, state, filter)}
        columns={[
          {
            title: 'Feature',
            dataIndex: 'name',
            render: (name: string, { id }) => (
              <Tooltip title={id}>
                <span>{name}</span>
              </Tooltip>
            ),
          },
          {
            title: 'State',
            dataIndex: 'on',
            render: (on: boolean, { included }) => (
              <Tag color={on ? 'success' : 'default'}>{on ? 'Included' : included ? 'Off' : 'Not included'}</Tag>
            ),
          },
        ]}
      />
      <Typography.Link href="mailto:licenses@alexandria.example">Contact your account representative</Typography.Link>
    </Card>
  );
}

export function PaymentRequiredDialog() {
  const { data, state } = useLicense();
  const { entitlement, rest, dismiss } = useRefused();
  if (entitlement === undefined) return null;
  const { title, detail } = refusalText(entitlement, state, data);
  return (
    <Modal
      open
      title={title}
      onCancel={() => dismiss(entitlement)}
      footer={
        <>
          <Button onClick={() => dismiss(entitlement)}>Dismiss</Button>
          <Button type="primary" href="/license">
            View license
          </Button>
        </>
      }
    >
      <p>{detail}</p>
      {rest > 0 && <p>{rest} more features are off.</p>}
    </Modal>
  );
}
