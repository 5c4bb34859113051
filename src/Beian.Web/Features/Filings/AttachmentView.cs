using Beian.Definitions.Packs;

namespace Beian.Web.Features.Filings;

/// <summary>One attachment that is asked for, as the form shows it.</summary>
public sealed record AttachmentView(FormView Form, AttachmentDefinition Definition);

/// <summary>Some of the attachments, under a heading of their own.</summary>
public sealed record AttachmentsBlock(FormView Form, IReadOnlyList<AttachmentDefinition> Definitions);
