using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Adds a report (id 0), or replaces one.</summary>
public readonly record struct SavePlan(long TimeMs, ReportPlan Plan, IdempotencyKey Idempotency)
    : ICommand<ExportResult>;
