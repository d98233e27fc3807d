using Microsoft.Extensions.Options;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres;

/// <summary>Refuses a configuration that cannot work, naming each setting and what it may be.</summary>
internal sealed class PostgresOptionsValidator : IValidateOptions<PostgresOptions>
{
    /// <summary>PostgreSQL cuts longer names off silently.</summary>
    private const int MaxNameLength = 63;

    public ValidateOptionsResult Validate(string? name, PostgresOptions options)
    {
        if (!options.IsConfigured) return ValidateOptionsResult.Success;
        var errors = new List<string>();
        CheckConnection(errors, options.ConnectionString!);
        if (!IsName(options.Schema))
        {
            errors.Add($"{Name("Schema")} is '{options.Schema}'; it must be a lower-case letter and then letters, "
                + $"digits or '_', at most {MaxNameLength}, and not begin with pg_.");
        }

        CheckRange(errors, "MaxPoolSize", options.MaxPoolSize, (2, 1_000));
        CheckRange(errors, "ConnectTimeoutSeconds", options.ConnectTimeoutSeconds, (1, 300));
        CheckRange(errors, "CommandTimeoutSeconds", options.CommandTimeoutSeconds, (1, 3_600));
        CheckRange(errors, "KeepAliveSeconds", options.KeepAliveSeconds, (1, 300));
        CheckRange(errors, "DeadPeerSeconds", options.DeadPeerSeconds, (1, 600));
        CheckRange(errors, "StartPatienceSeconds", options.StartPatienceSeconds, (0, 3_600));
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckConnection(List<string> errors, string text)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(text);
            if (string.IsNullOrEmpty(connection.Host))
                errors.Add($"{Name("ConnectionString")} names no Host, such as Host=db.example.org.");
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            // What is wrong is said, the string is not: it may hold a password.
            errors.Add($"{Name("ConnectionString")} cannot be read: {e.Message}");
        }
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= MaxNameLength
        && char.IsAsciiLetterLower(text[0])
        && text.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
        && !text.StartsWith("pg_", StringComparison.Ordinal);

    private static void CheckRange(List<string> errors, string setting, int value, (int Min, int Max) range)
    {
        if (value >= range.Min && value <= range.Max) return;
        errors.Add($"{Name(setting)} is {value}; it must lie between {range.Min} and {range.Max}.");
    }

    private static string Name(string setting) => $"{PostgresOptions.Section}:{setting}";
}
