using Microsoft.Extensions.Options;

namespace Catalog.Shell.Leaderboards.Boards;

/// <summary>Refuses an address that cannot be called.</summary>
internal sealed class BoardPurgeOptionsValidator : IValidateOptions<BoardPurgeOptions>
{
    public ValidateOptionsResult Validate(string? name, BoardPurgeOptions options)
    {
        if (options.PurgeUrl is null) return ValidateOptionsResult.Success;
        bool isAddress = Uri.TryCreate(options.PurgeUrl, UriKind.Absolute, out Uri? address)
            && address.Scheme is "http" or "https";
        return isAddress
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{BoardPurgeOptions.Section}:PurgeUrl must be an http or https address.");
    }
}
