using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Exports.Commands;

/// <summary>Asks for an export; its id is given to it.</summary>
public readonly record struct RequestExport(long TimeMs, ExportJob Job, IdempotencyKey Idempotency)
    : ICommand<ExportResult>;
