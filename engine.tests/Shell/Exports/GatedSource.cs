using System.Runtime.CompilerServices;
using Catalog.Shell.Exports;

namespace Catalog.Engine.Tests.Shell.Exports;

/// <summary>Rows that come once a gate is opened, so that a test can look at an export that is under way.</summary>
internal sealed class GatedSource : IExportSource
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => "test.rows";

    public string Title => "Rows";

    public IReadOnlyList<ExportParameter> Parameters { get; } =
        [new("kind", "Which", "good", "bad"), new(ExportParameter.From, "From"), new(ExportParameter.To, "To")];

    public void Open() => _gate.TrySetResult();

    public ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel) =>
        new(new ExportTable
        {
            Columns = [new("Row"), new("From"), new("To")],
            Rows = ReadAsync(arguments, cancel),
            ExpectedRows = 600,
        });

    private async IAsyncEnumerable<ExportCell[]> ReadAsync(
        ExportArguments arguments, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (int i = 0; i < 600; i++)
        {
            if (i == 550) await _gate.Task.WaitAsync(cancel);
            if (arguments["kind"] == "bad") throw new InvalidOperationException("asked to throw");
            yield return
            [
                ExportCell.Of("=" + i),
                ExportCell.Of(arguments[ExportParameter.From]),
                ExportCell.Of(arguments[ExportParameter.To]),
            ];
        }
    }
}
