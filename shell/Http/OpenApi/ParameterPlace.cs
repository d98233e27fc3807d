namespace Catalog.Shell.Http.OpenApi;

/// <summary>Where a parameter stands.</summary>
internal enum ParameterPlace
{
    /// <summary>In the query.</summary>
    Query,

    /// <summary>In a header.</summary>
    Header,
}
