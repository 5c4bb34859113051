namespace Beian.Web.Features.Filings;

/// <summary>Where a filing is in its life.</summary>
public enum FilingState
{
    /// <summary>暂存: with the filer, never sent.</summary>
    Draft,

    /// <summary>上报: with the authority.</summary>
    Submitted,

    /// <summary>退回补正: with the filer again, with reasons.</summary>
    Returned,

    /// <summary>已审核，可变更.</summary>
    Approved,

    /// <summary>不予备案.</summary>
    Rejected,

    /// <summary>Taken back by the filer.</summary>
    Withdrawn,
}
