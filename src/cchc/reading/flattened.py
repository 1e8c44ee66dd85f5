from cchc.documents.model import Document
def restore_tables(document: Document) -> Document:
    return document
