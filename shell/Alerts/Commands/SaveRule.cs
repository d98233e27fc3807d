using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Alerts.Commands;

/// <summary>Adds a rule (id 0), or replaces one.</summary>
public readonly record struct SaveRule(long TimeMs, AlertRule Rule, IdempotencyKey Idempotency)
    : ICommand<AlertResult>;
