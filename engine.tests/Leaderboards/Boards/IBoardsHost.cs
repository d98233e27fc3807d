using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>Where a game mode runs: by itself, or in an engine on a disk that forgets.</summary>
internal interface IBoardsHost
{
    /// <summary>Now, milliseconds since 1970.</summary>
    long NowMs { get; }

    /// <summary>The mode's rules.</summary>
    ModeTerms Terms { get; }

    /// <summary>The state as it is now.</summary>
    LeaderboardState State { get; }

    /// <summary>Has something decided, and gives the answer.</summary>
    TResult Run<TCommand, TResult>(TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>;

    /// <summary>Moves the clock and wakes the mode until it has nothing left to do.</summary>
    void PassTo(long timeMs);

    /// <summary>Does what must change nothing: saves and loads, stops and starts.</summary>
    void Disturb();

    /// <summary>Looks at everything once more at the end.</summary>
    void End();
}
