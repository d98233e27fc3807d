using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Exports;
using Catalog.Shell.Http;

namespace Catalog.Shell.Audit;

/// <summary>The audit log as a file. Thread-safe.</summary>
internal sealed class AuditExport(AuditLog log, ProjectionView<AuditDays> days) : IExportSource
{
    private const int PageCount = 500;
    private const string Action = "action";
    private const string User = "user_id";

    /// <inheritdoc/>
    public string Name => "audit";

    /// <inheritdoc/>
    public string Title => "Audit log";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
    [
        new(ExportParameter.From, "On this day or later"),
        new(ExportParameter.To, "Before this day"),
        new(Action, "An action, or all that begin so: 'movie.'"),
        new(User, "Of this account"),
    ];

    /// <inheritdoc/>
    public void Check(ExportArguments arguments, FieldErrors errors) => errors.Check(
        arguments[User] is not { } user || IdText.TryParse(user, out _), "arguments." + User, "Must be an id.");

    /// <inheritdoc/>
    public ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel) => new(new ExportTable
    {
        Columns =
        [
            new("When", CellKind.Time), new("Account"), new("Action"), new("Target"), new("Result"),
            new("Status", CellKind.Count), new("Trace"), new("Address"),
        ],
        Rows = ReadAsync(arguments, cancel),
        ExpectedRows = days.Read(static all => all.Count),
    });

    private async IAsyncEnumerable<ExportCell[]> ReadAsync(
        ExportArguments arguments, [EnumeratorCancellation] CancellationToken cancel)
    {
        var filter = new AuditFilter
        {
            Action = arguments[Action],
            UserId = IdText.TryParse(arguments[User], out ulong user) ? user : null,
            FromMs = arguments.DayMs(ExportParameter.From, 0),
            ToMs = arguments.DayMs(ExportParameter.To, DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()),
        };
        AuditCursor? at = AuditCursor.At(filter.ToMs - 1);
        while (at is { } from)
        {
            (List<(AuditEntry Entry, ulong Day, int Number)> page, at) =
                await log.ReadAsync(filter, from, PageCount, cancel);
            foreach ((AuditEntry entry, _, _) in page)
            {
                yield return
                [
                    ExportCell.Of(entry.TimeMs),
                    ExportCell.Of(IdText.Of(entry.UserId)),
                    ExportCell.Of(entry.Action),
                    ExportCell.Of(entry.Target),
                    ExportCell.Of(AuditEndpoint.ResultOf(entry.Status)),
                    ExportCell.Of(entry.Status),
                    ExportCell.Of(entry.TraceId),
                    ExportCell.Of(entry.Address),
                ];
            }
        }
    }
}
