namespace FeedApi.Site.Settings;

/// <summary>The type of a key of the front matter by which clients can filter: <c>feedapi.fields</c>.</summary>
public enum FieldType
{
    /// <summary>Texts, compared without case: <c>text</c>.</summary>
    Text,

    /// <summary>Numbers: <c>number</c>.</summary>
    Number,

    /// <summary>Days or instants, in the site's zone unless they have an offset: <c>date</c>.</summary>
    Date,

    /// <summary><c>true</c> or <c>false</c>: <c>boolean</c>.</summary>
    Boolean,
}
