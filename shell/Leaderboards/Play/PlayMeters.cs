using System.Diagnostics.Metrics;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Players;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>
/// Whom something is learned of, and how much passes by because there is no more room: read when somebody asks.
/// Thread-safe.
/// </summary>
public sealed class PlayMeters : IDisposable
{
    private readonly Meter _meter = new("Catalog.Play");
    private readonly ProjectionView<PlayBook> _view;

    /// <summary>Makes the instruments.</summary>
    public PlayMeters(ProjectionView<PlayBook> view)
    {
        _view = view;
        _meter.CreateObservableGauge(
            "catalog.play.players", () => view.Read(0, static (book, _) => book.Models.Players), "{player}",
            "Players something is learned of");
        _meter.CreateObservableGauge(
            "catalog.play.room", () => view.Read(0, static (book, _) => book.MaxPlayers), "{player}",
            "Players something is learned of at most");
        _meter.CreateObservableCounter(
            "catalog.play.passed", () => Passed, "{game}",
            "Games nothing was learned from: their players came when there was no more room");
    }

    /// <summary>Games nothing was learned from since the model was made or loaded.</summary>
    public long Passed => _view.Read(0, static (book, _) => book.PassedGames);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
