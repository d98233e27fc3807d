using Microsoft.Extensions.Options;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>Checks <see cref="PlayOptions"/> at start.</summary>
internal sealed class PlayOptionsValidator : IValidateOptions<PlayOptions>
{
    private const int MostPlayers = 1 << 24;
    private const int MostGames = 1 << 27;
    private const int MostMinutes = 7 * 24 * 60;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, PlayOptions options)
    {
        var faults = new List<string>();
        Check(options.MaxPlayers is > 0 and <= MostPlayers, nameof(PlayOptions.MaxPlayers), MostPlayers);
        Check(options.MaxGames is > 0 and <= MostGames, nameof(PlayOptions.MaxGames), MostGames);
        Check(options.TrainMinutes is > 0 and <= MostMinutes, nameof(PlayOptions.TrainMinutes), MostMinutes);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Check(bool holds, string option, int most)
        {
            if (!holds) faults.Add($"{PlayOptions.Section}:{option} must be 1 to {most}.");
        }
    }
}
