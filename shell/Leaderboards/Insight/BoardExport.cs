using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Exports;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Insight;

/// <summary>
/// A board from the first rank to the last, a thousand ranks of memory at a time. Every page is of one moment; who
/// moves between two pages may be in both, or in none. Thread-safe.
/// </summary>
internal sealed class BoardExport(LeaderboardClient boards, PlayerNames names) : IExportSource
{
    private const string Mode = "mode";
    private const string Type = "type";
    private const string Region = "region";
    private const string Window = "window";

    /// <inheritdoc/>
    public string Name => "leaderboards.board";

    /// <inheritdoc/>
    public string Title => "Leaderboard";

    /// <inheritdoc/>
    public IReadOnlyList<ExportParameter> Parameters { get; } =
    [
        new(Mode, "The game mode", [.. GameModes.All.Select(static mode => mode.Slug)]),
        new(Type, "What the board spans; all time unless given", [.. BoardTypes.All.Select(static each => each.Name)]),
        new(Region, "Of this region only", [.. GameModes.Regions]),
        new(Window, "A past window that is still kept, as in 2024-W03"),
    ];

    /// <inheritdoc/>
    public void Check(ExportArguments arguments, FieldErrors errors)
    {
        errors.Check(arguments[Mode] is not null, "arguments." + Mode, "Is missing.");
        WindowKind kind = KindOf(arguments);
        bool hasRegions = kind <= WindowKind.Seasonal;
        errors.Check(
            hasRegions || arguments[Region] is null, "arguments." + Region, "There is no such board by region.");
        bool isWindow = arguments[Window] is not { } window || BoardTypes.FindWindow(kind, window, boards.NowMs) >= 0;
        errors.Check(isWindow, "arguments." + Window, "Is not a window of this type.");
    }

    /// <inheritdoc/>
    public async ValueTask<ExportTable> OpenAsync(ExportArguments arguments, CancellationToken cancel)
    {
        if (!GameModes.TryFind(arguments[Mode], out GameMode? mode))
            throw new InvalidOperationException("The game mode is no longer there.");
        WindowKind kind = KindOf(arguments);
        string? window = arguments[Window];
        int number = window is null ? 0 : BoardTypes.FindWindow(kind, window, boards.NowMs);
        var wish = new BoardWish(
            new BoardKey(kind, GameModes.RegionOf(arguments[Region]), number), window is not null, 1, 1, 0, []);
        BoardCopy? first = await ReadAsync(mode, wish);
        return new ExportTable
        {
            Columns = [new("Rank", CellKind.Count), new("Player"), new("Id"), new("Region"),
                new("Score", CellKind.Count)],
            Rows = RowsAsync(mode, wish with { Count = BoardWish.MaxCount }, cancel),
            ExpectedRows = first?.Size ?? 0,
        };
    }

    private static WindowKind KindOf(ExportArguments arguments) =>
        BoardTypes.All.FirstOrDefault(each => each.Name == arguments[Type]).Value;

    private async IAsyncEnumerable<ExportCell[]> RowsAsync(
        GameMode mode, BoardWish wish, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (long rank = 1; ;)
        {
            cancel.ThrowIfCancellationRequested();
            BoardCopy? copy = await ReadAsync(mode, wish with { FromRank = rank });
            if (copy is null || copy.Rows.Count == 0) yield break;
            await names.LearnAsync(copy.Rows.Select(static row => row.PlayerId));
            foreach (BoardRow row in copy.Rows) yield return RowOf(row);
            rank = copy.Rows[^1].Rank + 1;
            if (rank > copy.Size) yield break;
        }
    }

    private ExportCell[] RowOf(BoardRow row)
    {
        PlayerProfile player = names.Known(row.PlayerId);
        return
        [
            ExportCell.Of(row.Rank), ExportCell.Of(player.Name), ExportCell.Of(IdText.Of(row.PlayerId)),
            ExportCell.Of(GameModes.RegionName(player.Region)), ExportCell.Of(row.Score),
        ];
    }

    private async ValueTask<BoardCopy?> ReadAsync(GameMode mode, BoardWish wish)
    {
        Reply<BoardReading> reply = await boards.ReadAsync(mode, in wish);
        if (!reply.HasValue) throw new InvalidOperationException("The game mode does not answer.");
        return reply.Value.Code == BoardCode.Ok ? reply.Value.Copy : null;
    }
}
