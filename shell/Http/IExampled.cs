namespace Catalog.Shell.Http;

/// <summary>
/// A body that says how it looks: the API's description shows it wherever the body is taken or given. Bodies that are
/// taken must have one.
/// </summary>
/// <typeparam name="TSelf">The body itself.</typeparam>
public interface IExampled<TSelf>
    where TSelf : IExampled<TSelf>
{
    /// <summary>How it looks, in a case that happens.</summary>
    static abstract TSelf Example { get; }
}
