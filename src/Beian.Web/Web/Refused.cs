using Beian.Definitions;

namespace Beian.Web.Web;

/// <summary>An action that cannot be done in the present state of things. The page says why (409); nothing was changed.</summary>
public sealed class Refused(LocalizedText reason) : Exception(reason.En)
{
    /// <summary>Why, in plain words for the one who acted.</summary>
    public LocalizedText Reason => reason;
}
