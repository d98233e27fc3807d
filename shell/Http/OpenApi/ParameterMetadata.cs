namespace Catalog.Shell.Http.OpenApi;

/// <summary>A parameter an endpoint takes, for the API's description.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it means.</param>
/// <param name="IsRequired">Whether it must be given.</param>
internal sealed record ParameterMetadata(ParameterPlace Place, string Name, string Summary, bool IsRequired);
