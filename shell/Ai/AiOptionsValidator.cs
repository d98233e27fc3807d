using Microsoft.Extensions.Options;

namespace Catalog.Shell.Ai;

/// <summary>Refuses a provider that cannot work, or that would give its key away.</summary>
internal sealed class AiOptionsValidator : IValidateOptions<AiOptions>
{
    public ValidateOptionsResult Validate(string? name, AiOptions options)
    {
        var errors = new List<string>();
        CheckNotBlank(errors, nameof(AiOptions.BaseUrl), options.BaseUrl);
        CheckNotBlank(errors, nameof(AiOptions.ApiKey), options.ApiKey);
        CheckNotBlank(errors, nameof(AiOptions.ChatModel), options.ChatModel);
        CheckNotBlank(errors, nameof(AiOptions.EmbeddingModel), options.EmbeddingModel);
        if (options.BaseUrl is null)
        {
            if (options.ApiKey is not null || options.ChatModel is not null || options.EmbeddingModel is not null)
                errors.Add("Catalog:Ai:BaseUrl is missing: a key or a model is configured, and no provider.");
        }
        else if (!string.IsNullOrWhiteSpace(options.BaseUrl))
        {
            CheckUrl(errors, options);
        }

        if (string.Equals(options.ChatModel, AnsweredBy.Local, StringComparison.OrdinalIgnoreCase))
            errors.Add("Catalog:Ai:ChatModel must not be 'local': that is what the models in this process are called.");
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckUrl(List<string> errors, AiOptions options)
    {
        if (!options.HasChat && !options.HasEmbeddings)
            errors.Add("Catalog:Ai:ChatModel or EmbeddingModel must name a model of the provider.");
        bool isUrl = Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out Uri? url);
        if (!isUrl || url!.Scheme is not ("https" or "http") || url.Query.Length > 0 || url.UserInfo.Length > 0)
        {
            errors.Add("Catalog:Ai:BaseUrl must be an http or https address without a query or a password.");
            return;
        }

        bool isInTheOpen = url.Scheme == "http" && !url.IsLoopback;
        if (isInTheOpen && options.ApiKey is not null)
            errors.Add("Catalog:Ai:ApiKey would be sent in the open: use https, or a server on this machine.");
    }

    private static void CheckNotBlank(List<string> errors, string setting, string? value)
    {
        if (value is not null && (string.IsNullOrWhiteSpace(value) || value.AsSpan().ContainsAny('\r', '\n')))
            errors.Add($"Catalog:Ai:{setting} must not be empty.");
    }
}
