import {
  Alert,
  AlertTitle,
  Box,
  Button,
  Card,
  CardContent,
  CardHeader,
  Chip,
  CircularProgress,
  Collapse,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
  Link,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Tooltip,
  Typography,
} from '@mui/material';
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

const SEVERITIES = { expiring: 'warning', grace: 'warning', expired: 'error' } as const;
const COLORS: Record<State, 'success' | 'warning' | 'error' | 'default'> = {
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
      severity={SEVERITIES[state]}
      action={
        <Stack direction="row" spacing={1}>
          <Button color="inherit" size="small" href="/license">
            Renew license
          </Button>
          {state === 'expiring' ? (
            <Button color="inherit" size="small" onClick={snooze}>
              Remind me tomorrow
            </Button>
          ) : (
            <Button color="inherit" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? 'Hide details' : 'Show details'}
            </Button>
          )}
        </Stack>
      }
    >
      <AlertTitle>{text.title}</AlertTitle>
      <Collapse in={open}>
        {text.detail} {isError && <em>Last check failed.</em>}
      </Collapse>
    </Alert>
  );
}

export function LicensePanel() {
  const { data, state, expires, now, error, isFetching, dataUpdatedAt, refetch } = useLicense();
  const [filter, setFilter] = useState('');
  return (
    <Card component="section" aria-label="License">
      <CardHeader
        title="License"
        subheader={dataUpdatedAt ? `Checked ${formatDistance(dataUpdatedAt, now, { addSuffix: true })}` : 'Not checked yet'}
        action={
          <Button onClick={() => void refetch()} disabled={isFetching} startIcon={isFetching ? <CircularProgress size={16} /> : undefined}>
            Check now
          </Button>
        }
      />
      <CardContent>
        {error && <Alert severity="warning">The license could not be read: {error.message}</Alert>}
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center', my: 2 }}>
          <Typography variant="h5">{data?.tier ?? 'No tier'}</Typography>
          <Chip label={STATES[state]} color={COLORS[state]} />
        </Stack>
        {expires && (
          <Box sx={{ mb: 2 }}>
            <Typography>
              {formatDistance(expires, now, { addSuffix: true })}, <time dateTime={expires.toISOString()}>{format(expires, 'PPpp')}</time>
            </Typography>
            <LinearProgress variant="determinate" value={progress(expires, now)} color={COLORS[state] === 'error' ? 'error' : 'primary'} />
          </Box>
        )}
        <TextField size="small" label="Filter" value={filter} onChange={(event) => setFilter(event.target.value)} />
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>Feature</TableCell>
              <TableCell>State</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {entitlementRows(data, state, filter).map(({ id, name, included, on }) => (
              <TableRow key={id}>
                <TableCell>
                  <Tooltip title={id}>
                    <span>{name}</span>
                  </Tooltip>
                </TableCell>
                <TableCell>
                  <Chip size="small" color={on ? 'success' : 'default'} label={on ? 'Included' : included ? 'Off' : 'Not included'} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        <Link href="mailto:licenses@alexandria.example">Contact your account representative</Link>
      </CardContent>
    </Card>
  );
}

export function PaymentRequiredDialog() {
  const { data, state } = useLicense();
  const { entitlement, rest, dismiss } = useRefused();
  if (entitlement === undefined) return null;
  const { title, detail } = refusalText(entitlement, state, data);
  return (
    <Dialog open onClose={() => dismiss(entitlement)} aria-labelledby="refused">
      <DialogTitle id="refused">{title}</DialogTitle>
      <DialogContent>
        <DialogContentText>{detail}</DialogContentText>
        {rest > 0 && <DialogContentText>{rest} more features are off.</DialogContentText>}
      </DialogContent>
      <DialogActions>
        <Button onClick={() => dismiss(entitlement)}>Dismiss</Button>
        <Button variant="contained" href="/license">
          View license
        </Button>
      </DialogActions>
    </Dialog>
  );
}
